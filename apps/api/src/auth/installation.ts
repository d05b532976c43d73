import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/**
 * Tells this installation from others that the same browser visits: cookies are shared by all ports of a host, and
 * whatever a browser keeps for an origin outlives the program that listened there.
 */
@Injectable()
export class Installation {
  private known: Promise<string> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** 12 hexadecimal digits, made once with the database and the same for every process on it; no secret. */
  id(): Promise<string> {
    return (this.known ??= this.read().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    }));
  }

  private async read(): Promise<string> {
    const [row] = await this.dataSource.query<{ installation: string }[]>('SELECT installation FROM setting');
    if (!row) throw new Error('The row of settings is missing.');
    return row.installation;
  }
}
