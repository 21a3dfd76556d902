import type { EntityFields, EntityType } from '#shared/entities.ts';

/** An entity record as the app stores it, before it has any history. */
export type SampleRecord<T extends EntityType> = {
  readonly type: T;
  readonly id: string;
  readonly fields: EntityFields<T>;
};
