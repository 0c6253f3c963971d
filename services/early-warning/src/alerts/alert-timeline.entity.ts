import type { LocalisedText } from '@accord/case-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of an alert's timeline. Lines are added, never changed. */
@Entity('alert_timeline')
export class AlertTimelineLine {
  /** Drawn by the database; orders lines of one instant. */
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) readonly line!: string;
  @Column('uuid', { name: 'alert_id' }) alertId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') what!: string;
  /** Null when nobody did it: a limit passed, a rule applied, another service spoke. */
  @Column('text', { nullable: true }) actor!: string | null;
  @Column('jsonb') text!: LocalisedText;
}

export type NewTimelineLine = Omit<AlertTimelineLine, 'line'>;
