import './over-kafka.js';
import '../src/season.spec.js';
