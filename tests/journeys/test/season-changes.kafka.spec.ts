import './over-kafka.js';
import '../src/season-changes.spec.js';
