import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** `t.column AS "property"` for every column of an entity: its rows by hand-written SQL, as TypeORM would read them. */
export function selectList<Entity extends ObjectLiteral>(
  db: EntityManager,
  entity: EntityTarget<Entity>,
  alias: string,
): string {
  const { columns } = db.connection.getMetadata(entity);
  return columns
    .map(({ databaseName, propertyName }) => `${alias}."${databaseName}" AS "${propertyName}"`)
    .join(', ');
}

/** A row read so, with its values as the entity has them (`bigint` as a number). */
export function entityOf<Entity extends ObjectLiteral>(
  db: EntityManager,
  entity: EntityTarget<Entity>,
  row: ObjectLiteral,
): Entity {
  const { columns } = db.connection.getMetadata(entity);
  const made = db.connection.getMetadata(entity).create() as ObjectLiteral;
  for (const { propertyName, transformer } of columns) {
    const value: unknown = row[propertyName];
    made[propertyName] =
      transformer && !Array.isArray(transformer) ? (transformer.from(value) as unknown) : value;
  }
  return made as Entity;
}
