import './over-kafka.js';
import '../src/backup.spec.js';
