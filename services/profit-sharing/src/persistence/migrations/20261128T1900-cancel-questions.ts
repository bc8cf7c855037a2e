import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a question about a season be taken back before all services have answered. */
export class CancelQuestions1795892400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE season_questions DROP CONSTRAINT season_questions_state_check');
    await runner.query(
      `ALTER TABLE season_questions ADD CONSTRAINT season_questions_state_check
         CHECK (state IN ('asking', 'done', 'refused', 'cancelled'))`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('questions that were taken back would be asked again'));
  }
}
