import './over-kafka.js';
import '../src/closing.spec.js';
