import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startProxyServer, type ProxyServer } from '../../harness/proxy-server';
import { refusal, startWireServer, streamed, type WireServer } from '../../harness/wire-server';
import { run } from './command-line';
import { type Ran } from './run-options';
import { buildProgram, start } from './started-program';

const spec = '# Spec\n\n## 1. Executive Summary\n\nText.\n';
/** Answers of these tests are no good specs; what becomes of them is not asked here. */
const once = ['--repair-rounds', '0'];
let folder = '';
let out = '';
let certificate = '';
let plain: WireServer;
let tls: WireServer;
const proxies: ProxyServer[] = [];

beforeAll(async () => {
  await buildProgram();
  folder = mkdtempSync(join(tmpdir(), 'tech-spec-networks-'));
  out = join(folder, 'spec.md');
  certificate = join(folder, 'cert.pem');
  const key = join(folder, 'key.pem');
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=Test'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate],
    ],
    { stdio: 'ignore' },
  );
  writeFileSync(join(folder, 'prd.md'), '# Invites\n\n- **FR-1**: Members invite others.\n');
  plain = await startWireServer();
  tls = await startWireServer({ key: readFileSync(key, 'utf8'), cert: readFileSync(certificate, 'utf8') });
}, 60_000);
afterAll(async () => {
  await Promise.all([plain, tls, ...proxies].map((server) => server.close()));
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  for (const file of [out, join(folder, 'spec.receipt.json')]) rmSync(file, { force: true });
});

async function proxy(login?: string): Promise<ProxyServer> {
  const started = await startProxyServer(login);
  proxies.push(started);
  return started;
}

function draft(
  server: WireServer,
  env: Readonly<Record<string, string>>,
  ...more: readonly string[]
): Promise<Ran> {
  server.reply(streamed(spec));
  // Node reads the certificates once, when it starts.
  const draftBy = 'NODE_EXTRA_CA_CERTS' in env ? start : run;
  return draftBy(
    [
      ...['draft', join(folder, 'prd.md'), '--template', 'rfc', ...once, '--workspace', folder],
      ...['--out', out, '--model', 'openai:m', '--base-url', `${server.origin}/v1`, ...more],
    ],
    { key: 'test-key', env },
  );
}
const written = (): string => readFileSync(out, 'utf8');

describe('the network of a company', () => {
  it('is crossed through the proxy that the environment names, for http and https', async () => {
    const way = await proxy('ada:pass');
    const env = { HTTP_PROXY: way.url, HTTPS_PROXY: way.url, NODE_EXTRA_CA_CERTS: certificate };
    expect((await draft(plain, env)).err).toBe('');
    expect(written()).toBe(spec);
    rmSync(out);
    rmSync(join(folder, 'spec.receipt.json'));
    expect((await draft(tls, env)).err).toBe('');
    expect(written()).toBe(spec);
    const tunnels = [plain, tls].map(({ origin }) => `CONNECT ${new URL(origin).host}`);
    expect([...new Set(way.requests())]).toEqual(tunnels);
    // Its login is for the proxy alone.
    expect(JSON.stringify([plain.requests(), tls.requests()])).not.toContain('proxy-authorization');
  });

  it('has hosts that no proxy is asked for', async () => {
    const way = await proxy();
    await draft(plain, { HTTP_PROXY: way.url, NO_PROXY: 'localhost,127.0.0.1' });
    expect(written()).toBe(spec);
    expect(way.requests()).toEqual([]);
  });

  it('says that the proxy refused', async () => {
    const way = await proxy('ada:pass');
    const { code, err } = await draft(tls, {
      HTTPS_PROXY: way.url.replace('ada:pass@', ''),
      NODE_EXTRA_CA_CERTS: certificate,
    });
    expect(code).toBe(3);
    expect(err).toContain('The proxy on the way');
    expect(tls.requests()).toEqual([]);
  });

  it('has a certificate of its own, which the environment names', async () => {
    expect((await draft(tls, { NODE_EXTRA_CA_CERTS: certificate })).err).toBe('');
    expect(written()).toBe(spec);
  });

  it('says what to do about a certificate that is not trusted, and sends nothing', async () => {
    const { code, err } = await draft(tls, {});
    expect(code).toBe(3);
    expect(err).toContain('NODE_EXTRA_CA_CERTS');
    expect(err).not.toContain('attempt 2');
    expect(tls.requests()).toEqual([]);
  });

  it('gets the headers that it needs, and nobody else sees them', async () => {
    const headers = ['--header', 'X-Team: billing', '--header', 'X-Token: Bearer ${env:TEAM_TOKEN}'];
    const ran = await draft(
      plain,
      { TEAM_TOKEN: 't0ken-of-team' },
      ...headers,
      '--record',
      join(folder, 'r.jsonl'),
    );
    const [request] = plain.requests();
    expect([request?.headers['x-team'], request?.headers['x-token']]).toEqual([
      'billing',
      'Bearer t0ken-of-team',
    ]);
    const receipt = readFileSync(join(folder, 'spec.receipt.json'), 'utf8');
    const recording = readFileSync(join(folder, 'r.jsonl'), 'utf8');
    expect(ran.out + ran.err + written() + receipt + recording).not.toContain('t0ken-of-team');
  });

  it('is not asked without a header that it needs', async () => {
    const { code, err } = await draft(plain, {}, '--header', 'X-Token: ${env:TEAM_TOKEN}');
    expect([code, plain.requests()]).toEqual([2, []]);
    expect(err).toContain('TEAM_TOKEN');
  });

  it('does not see a value again that was given without a name', async () => {
    const { code, err } = await draft(plain, {}, '--header', 't0ken-of-team');
    expect(code).toBe(2);
    expect(err).not.toContain('t0ken-of-team');
  });

  it('may quote a header in its refusal: it is not repeated', async () => {
    const drafting = draft(plain, {}, '--header', 'X-Token: t0ken-of-team');
    plain.reply(refusal(403, { error: { message: 'No entry for t0ken-of-team.' } }));
    const { err } = await drafting;
    expect(err).toContain('No entry for ***.');
  });
});
