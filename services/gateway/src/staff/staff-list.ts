import { type Page, type StaffMemberView, type StaffQuery, Username } from '@accord/contracts';
import { type Actor, readCursor, writeCursor } from '@accord/http';
import { Database } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { StaffGrant } from './staff-grant.entity';
import { StaffMember } from './staff-member.entity';
import { staffMemberView } from './staff-member.view';

/** Who is on the staff in the administrator's areas, by user name, page by page. */
@Injectable()
export class StaffList {
  constructor(private readonly database: Database) {}

  page(actor: Actor, query: StaffQuery): Promise<Page<StaffMemberView>> {
    return this.database.look(actor, async (tx) => {
      const filtered = this.filtered(tx, query);
      const total = await filtered.getCount();
      if (query.cursor !== undefined) filtered.andWhere('staff.username > :after', { after: readCursor(Username, query.cursor) });
      const members = await filtered
        .orderBy('staff.username')
        .limit(query.limit + 1)
        .getMany();
      const shown = members.slice(0, query.limit);
      await this.loadGrants(tx, shown);
      const last = members.length > query.limit ? shown.at(-1) : undefined;
      return {
        items: shown.map((member) => staffMemberView(member, actor)),
        next: last === undefined ? null : writeCursor(last.username),
        total,
      };
    });
  }

  private filtered(tx: EntityManager, { q, role, active }: StaffQuery): SelectQueryBuilder<StaffMember> {
    const staff = tx.createQueryBuilder(StaffMember, 'staff');
    if (q) staff.andWhere('(staff.username ^@ lower(:q) OR strpos(staff.name, :q) > 0)', { q });
    if (active !== undefined) staff.andWhere('staff.state = :state', { state: active ? 'active' : 'deactivated' });
    if (role !== undefined) {
      staff.andWhere(
        'EXISTS (SELECT 1 FROM grants WHERE grants.staff_id = staff.id AND grants.role = :role AND grants.valid_to IS NULL)',
        { role },
      );
    }
    return staff;
  }

  private async loadGrants(tx: EntityManager, members: StaffMember[]): Promise<void> {
    const grants = await tx.find(StaffGrant, {
      where: { staffId: In(members.map(({ id }) => id)), validTo: IsNull() },
      order: { id: 'ASC' },
    });
    for (const member of members) member.grants = grants.filter(({ staffId }) => staffId === member.id);
  }
}
