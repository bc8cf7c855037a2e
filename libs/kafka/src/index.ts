export { findJars } from './jars.js';
export { findJava } from './java.js';
export * from './remove.js';
export * from './start.js';
