import './over-kafka.js';
import '../src/memberships.spec.js';
