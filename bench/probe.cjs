// Loaded before a program: counts the files it opens, and says at its end what it cost.
const fs = require('node:fs');
const process = require('node:process');
let opens = 0;
const counted = (name) => {
  const original = fs[name];
  fs[name] = (...given) => {
    opens += typeof given[0] === 'string' ? 1 : 0;
    return original(...given);
  };
};
['openSync', 'readFileSync'].forEach(counted);
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const said = { cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024, opens };
  fs.writeFileSync(process.env.PROBE, JSON.stringify(said));
});
