/** What the driver would take from the environment for whatever its caller left out, as libpq has it. */
const OF_THE_DRIVER = /^(?:PG|NODE_PG_)/;

// A shell may have them for other servers. What ours is reached by stands in its address, and nowhere else.
for (const name of Object.keys(process.env)) if (OF_THE_DRIVER.test(name)) delete process.env[name];
