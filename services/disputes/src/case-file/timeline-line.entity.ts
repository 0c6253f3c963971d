import type { LocalisedText } from '@accord/case-model';
import type { StaffRef, TimelineEntry } from '@accord/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';

/** Who does something to a case, and when. Nobody is named where the system does it. */
export interface Act {
  readonly by: StaffRef | null;
  readonly at: Date;
}

/** One line of a case's timeline; added with the change it tells of, never changed. */
@Entity('case_timeline')
export class TimelineLine {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid', { name: 'case_id' }) readonly caseId!: string;
  @Column('timestamptz') readonly at!: Date;
  @Column('text') readonly what!: string;
  @Column('uuid', { name: 'actor_id', nullable: true }) readonly actorId!: string | null;
  @Column('text', { nullable: true }) readonly actor!: string | null;
  @Column('jsonb') readonly text!: LocalisedText;

  static write(caseId: string, { by, at }: Act, what: string, text: LocalisedText): TimelineLine {
    return Object.assign(new TimelineLine(), {
      id: v7(),
      caseId,
      at,
      what,
      actorId: by?.id ?? null,
      actor: by?.name ?? null,
      text,
    });
  }

  view(): TimelineEntry {
    return { at: this.at.toISOString(), what: this.what, actor: this.actor, text: this.text };
  }
}
