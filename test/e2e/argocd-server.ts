import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { checkout, put } from './run.ts';

/** The socket of a plugin, once somebody answers there. */
export async function socketOf(plugins: string, name: string): Promise<string> {
  const socket = join(plugins, `${name}.sock`);
  for (let tries = 0; tries < 200; tries += 1) {
    if (await answers(socket)) return socket;
    await setTimeout(50);
  }
  throw new Error(`nothing answers at ${socket}`);
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.once('error', () => {
      resolve(false);
    });
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
  });
}

/** A plugin server that runs: who started it stops it. */
export interface PluginServer {
  readonly child: ChildProcess;
  readonly socket: string;
}

/** Starts a plugin server of Argo CD below `folder` with one of our plugin files, which finds its programs on `PATH`. */
export async function servePlugin(
  server: string,
  { folder, file, name, PATH }: Readonly<Record<'folder' | 'file' | 'name' | 'PATH', string>>,
): Promise<PluginServer> {
  const [config, plugins] = [put(join(folder, name, 'config'), {}), put(join(folder, name, 'plugins'), {})];
  copyFileSync(join(checkout, 'argocd', file), join(config, 'plugin.yaml'));
  const env = { ...process.env, PATH, ARGOCD_PLUGINSOCKFILEPATH: plugins, ARGOCD_CMP_WORKDIR: join(folder, name) };
  const child = spawn(server, ['--config-dir-path', config], { env, stdio: 'ignore' });
  return { child, socket: await socketOf(plugins, name) };
}

/** What an Application sets, as Argo CD tells the plugin. */
export function setting(values: Readonly<Record<string, string | readonly string[]>>): string {
  const list = Object.entries(values).map(([name, value]) =>
    typeof value === 'string' ? { name, string: value } : { array: value, name },
  );
  return `ARGOCD_APP_PARAMETERS=${JSON.stringify(list)}`;
}
