import '../test/over-kafka.js';
import '../src/backup.spec.js';
