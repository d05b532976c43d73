const longestCredentials = 2_000;
const most = 5_000;
const trustedMs = 600_000;

/**
 * Whose credentials were good a moment ago. It opens nothing: it says whom to serve first when not all can be, so that
 * a crowd with made-up cookies does not take the places of those who write.
 */
export class KnownCallers {
  private readonly until = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** What a request brings as credentials, or null. */
  static credentialsOf(headers: { authorization?: string; cookie?: string }): string | null {
    const given = headers.authorization ?? headers.cookie;
    return given !== undefined && given.length <= longestCredentials ? given : null;
  }

  knows(credentials: string | null): boolean {
    const until = credentials === null ? undefined : this.until.get(credentials);
    return until !== undefined && until > this.now();
  }

  remember(credentials: string | null): void {
    if (credentials === null) return;
    this.until.delete(credentials);
    this.until.set(credentials, this.now() + trustedMs);
    const [oldest] = this.until.keys();
    if (this.until.size > most && oldest !== undefined) this.until.delete(oldest);
  }

  forget(credentials: string | null): void {
    if (credentials !== null) this.until.delete(credentials);
  }
}
