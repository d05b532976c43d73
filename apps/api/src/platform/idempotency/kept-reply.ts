import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The reply to a POST that carried an Idempotency-Key, written in the transaction of the change it answered. */
@Entity('idempotency')
@Index('idempotency_created_at_idx', ['createdAt'])
export class KeptReply {
  /** SHA-256 of actor, method, path and the caller's key, hex. */
  @PrimaryColumn('text', { name: 'key_hash', primaryKeyConstraintName: 'idempotency_pkey' }) keyHash!: string;
  /** Account or API key. */
  @Column('uuid') actor!: string;
  @Column('text') method!: string;
  @Column('text') path!: string;
  /** HMAC-SHA-256 of the request's body under the caller's key, hex: the same key with another body is refused. */
  @Column('text', { name: 'body_hash' }) bodyHash!: string;
  @Column('int') status!: number;
  @Column('jsonb') headers!: Record<string, string>;
  /** JSON, without secrets; null = no body. */
  @Column('text', { nullable: true }) reply!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
