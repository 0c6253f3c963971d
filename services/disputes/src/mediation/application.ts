import type { ApplicationRequest } from '@accord/contracts';
import { Column } from 'typeorm';

/** An applicant's contact data, sealed by the field cipher; it is opened only to be shown masked. */
export interface SealedContact {
  readonly phone: string | null;
  readonly idNumber: string | null;
}

/** What a party applied for (law art. 12, Order 17 art. 21). Every field is null until somebody applies. */
export class Application {
  @Column('text', { nullable: true, name: 'application_form' }) form: 'written' | 'oral' | null = null;
  @Column('text', { nullable: true, name: 'application_name' }) name: string | null = null;
  @Column('text', { nullable: true, name: 'application_phone_sealed' }) phoneSealed: string | null = null;
  @Column('text', { nullable: true, name: 'application_id_number_sealed' }) idNumberSealed: string | null = null;
  @Column('date', { nullable: true, name: 'application_received_on' }) receivedOn: string | null = null;
  @Column('text', { nullable: true, name: 'application_request' }) request: string | null = null;
  @Column('text', { nullable: true, name: 'application_facts' }) facts: string | null = null;

  receive({ form, applicant, request, facts }: ApplicationRequest, receivedOn: string, contact: SealedContact): void {
    this.form = form;
    this.name = applicant.name;
    this.phoneSealed = contact.phone;
    this.idNumberSealed = contact.idNumber;
    this.receivedOn = receivedOn;
    this.request = request;
    this.facts = facts ?? null;
  }
}
