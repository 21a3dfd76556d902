import type { EntityType } from '#shared/entities.ts';
import { routes } from '#renderer/ui/routes.ts';

/** Address of the screen that shows a record, when there is one. */
export function placeOfRecord(type: EntityType, id: string): string | undefined {
  if (type === 'document') return routes.document(id);
  if (type === 'member') return routes.member(id);
  if (type === 'unit') return routes.unit(id);
  return undefined;
}
