// Writes every way out of a process, a line of JSON each, to the file named by TECH_SPEC_TRAFFIC_FILE: connections of
// sockets (of fetch, http and tls, too: all of them open one), datagrams, questions for names, and programs started.
// Used by `node --require` and by the extension beside it; must be loaded before what is watched.
const { appendFileSync } = require('node:fs');
const childProcess = require('node:child_process');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

const file = process.env.TECH_SPEC_TRAFFIC_FILE;

function record(kind, to) {
  appendFileSync(file, `${JSON.stringify({ kind, to, process: process.pid })}\n`);
}

function wrap(target, name, describe) {
  const original = target[name];
  if (typeof original !== 'function') return;
  target[name] = function (...args) {
    describe(args, this);
    return original.apply(this, args);
  };
}

wrap(net.Socket.prototype, 'connect', (args) => {
  // Called with options, with a list of normalised arguments, or with port and host.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const { path, host, port } =
    typeof first === 'object' && first !== null ? first : { port: first, host: second };
  if (path !== undefined && path !== null) record('pipe', String(path));
  else record('connect', `${host ?? 'localhost'}:${port}`);
});
for (const name of ['send', 'connect'])
  wrap(dgram.Socket.prototype, name, (args) =>
    record('datagram', args.filter((arg) => typeof arg === 'string' || typeof arg === 'number').join(' ')),
  );
const isAddress = (name) => net.isIP(String(name)) !== 0 || name === 'localhost';
for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of Object.getOwnPropertyNames(resolver))
    if (/^(?:lookup|resolve|reverse)/.test(name))
      wrap(resolver, name, ([host]) => isAddress(host) || record('name', String(host)));
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  wrap(childProcess, name, ([program, args]) =>
    record('program', [program, ...(Array.isArray(args) ? args : [])].join(' ')),
  );

module.exports = { record };
