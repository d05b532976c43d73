import type { Scope } from '@gonggo/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A program's credential: acts as an editor within its scopes. The secret is never stored, only its hash. */
@Entity('api_key')
@Index('api_key_secret_hash_key', ['secretHash'], { unique: true })
export class ApiKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_key_pkey' }) id!: string;
  @Column('text') name!: string;
  /** `gg_` and six characters: enough to tell keys apart, too few to guess from. */
  @Column('text') prefix!: string;
  /** SHA-256 of the whole key, hex: it has 256 random bits, so a slow hash would add nothing. */
  @Column('text', { name: 'secret_hash' }) secretHash!: string;
  @Column('text', { array: true }) scopes!: Scope[];
  /** Account that made it. */
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  /** To the minute. */
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
