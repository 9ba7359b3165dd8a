import { totalmem } from 'node:os';

const megabyte = 1024 * 1024;

/** What the server is told on its command line: nothing is written into its own configuration files. */
export function serverSettings(options: { socketFolder: string; durable: boolean }): string[] {
  const settings = { ...always(options.socketFolder), ...(options.durable ? {} : forgetful) };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function always(socketFolder: string): Record<string, string> {
  const memory = totalmem() / megabyte;
  return {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    // Modest: Cairn shares a small machine with its own database. An eighth of the memory, between 32 and 256 MB.
    shared_buffers: `${Math.round(Math.min(256, Math.max(32, memory / 8)))}MB`,
    effective_cache_size: `${Math.round(Math.max(64, memory / 2))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_connections: '80',
    random_page_cost: '1.1',
    checkpoint_timeout: '15min',
    max_wal_size: '512MB',
    jit: 'off',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
  };
}

// For tests, whose data may go with the machine.
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_senders: '0',
  wal_level: 'minimal',
};
