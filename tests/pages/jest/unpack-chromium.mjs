/** Once, before the suites: two of them at the same time would each find what the other had half unpacked. */
export default async () => {
  const { chromium } = await import('../dist/chromium.js');
  await chromium();
};
