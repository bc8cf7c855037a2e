export default { projects: ['<rootDir>/libs/*', '<rootDir>/services/*', '<rootDir>/tools/*', '<rootDir>/tests/*'], coverageProvider: 'v8' };
