import './over-kafka-from-foreign-shell.js';
import '../src/dismissal.spec.js';
