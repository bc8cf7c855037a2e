import '../test/over-kafka.js';
import '../src/bad-input.spec.js';
