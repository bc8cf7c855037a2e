import preset from '../../jest.preset.mjs';

export default { ...preset, displayName: 'pages', globalSetup: '<rootDir>/jest/unpack-chromium.mjs' };
