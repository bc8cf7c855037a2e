import './over-kafka.js';
import '../src/ops.spec.js';
