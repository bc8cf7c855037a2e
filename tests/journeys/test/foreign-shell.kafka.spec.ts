import './over-kafka.js';
import '../src/foreign-shell.spec.js';
