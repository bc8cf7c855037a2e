import './over-kafka.js';
import '../src/offices.spec.js';
