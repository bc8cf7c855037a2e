import { SHUT_SEASON } from '@ayni/http/refusal-at-door';
import type { ServiceName } from '@ayni/contracts';
import { roleOf } from '@ayni/database/roles';

const raise = `RAISE EXCEPTION USING ERRCODE = '${SHUT_SEASON}',
       MESSAGE = format('%s of %s is of season %s, which is %s', shut.code, shut.day, shut.season, shut.state),
       DETAIL = json_build_object('code', shut.code, 'day', shut.day, 'season', shut.season, 'state', shut.state)::text`;

const inShutSeason = `JOIN seasons s ON s.coop_id = f.coop_id AND s.state <> 'open' AND f.day >= s.from_day AND f.day < s.until_day`;

/** The functions behind the season's door of a service's tables; they replace what an earlier release had. */
export const seasonDoorFunctions = (): string[] => [
  `CREATE OR REPLACE FUNCTION refuse_shut_facts() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
   DECLARE shut record;
   BEGIN
     SELECT f.code, f.day, s.code AS season, s.state INTO shut FROM new_facts f ${inShutSeason} LIMIT 1;
     IF FOUND THEN ${raise}; END IF;
     RETURN NULL;
   END $$`,
  // of a row that is about a fact: a reversal, a confirmation; the table of the facts is the argument
  `CREATE OR REPLACE FUNCTION refuse_of_shut_fact() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
   DECLARE shut record;
   BEGIN
     EXECUTE format('SELECT f.code, f.day, s.code AS season, s.state FROM %I f ${inShutSeason.replaceAll("'", "''")}
       WHERE f.coop_id = $1 AND f.code = $2', TG_ARGV[0]) INTO shut USING NEW.coop_id, NEW.code;
     IF shut.code IS NOT NULL THEN ${raise}; END IF;
     RETURN NULL;
   END $$`,
];

/**
 * The season's door of a table of dated facts: a fact of a season that is not open is refused, whoever forgot to ask,
 * and so is taking it back. Who owns the table, as when books are restored, passes.
 * @param abouts other tables whose rows say something of a fact under its code, such as that it was confirmed
 */
export function seasonDoor(
  service: ServiceName,
  kind: string,
  table: string,
  abouts: readonly string[] = [],
): string[] {
  const doors = `WHEN (current_user = '${roleOf(service, 'runtime')}'`;
  return [
    `CREATE TRIGGER season_door AFTER INSERT ON ${table} REFERENCING NEW TABLE AS new_facts
       FOR EACH STATEMENT ${doors}) EXECUTE FUNCTION refuse_shut_facts()`,
    `CREATE TRIGGER "${kind}_season_door" AFTER INSERT ON reversals
       FOR EACH ROW ${doors} AND NEW.kind = '${kind}') EXECUTE FUNCTION refuse_of_shut_fact('${table}')`,
    ...abouts.map(
      (about) => `CREATE TRIGGER season_door AFTER INSERT ON ${about}
       FOR EACH ROW ${doors}) EXECUTE FUNCTION refuse_of_shut_fact('${table}')`,
    ),
  ];
}
