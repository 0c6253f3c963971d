import type { BodyQuery, BodyView, Page, RegisterBodyRequest, RegisterMediatorRequest } from '@accord/contracts';
import { type Actor, AreaNotYours } from '@accord/http';
import { Database, IdempotentRequests } from '@accord/postgres';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { v7 } from 'uuid';
import { listBodies } from './body-list';
import { MediationBody } from './mediation-body.entity';
import { BodyUnknown, EmployerMismatch, MediatorRegisteredAlready } from './mediation-body.errors';
import { Mediator } from './mediator.entity';

/** The register of mediation bodies: open to read for everybody who works with cases, kept by administrators. */
@Injectable()
export class BodiesService {
  constructor(
    private readonly db: Database,
    private readonly once: IdempotentRequests,
  ) {}

  list(query: BodyQuery, by: Actor): Promise<Page<BodyView>> {
    return this.db.look(by, async (tx) => {
      const { bodies, next, total } = await listBodies(tx, query);
      return { items: await viewsOf(tx, bodies), next, total };
    });
  }

  async get(bodyId: string, by: Actor): Promise<BodyView> {
    return this.db.within(by, async (tx) => {
      const body = await this.getBody(tx, bodyId);
      const [view] = await viewsOf(tx, [body]);
      return view as BodyView;
    });
  }

  async register(request: RegisterBodyRequest, key: string | null, by: Actor): Promise<string> {
    if (!by.may('staff.manage', request.areaCode)) throw new AreaNotYours('areaCode', request.areaCode);
    const { name, kind, areaCode, employerId = null } = request;
    if ((kind === 'enterprise') !== (employerId !== null)) throw new EmployerMismatch();
    const id = v7();
    return this.db.within(by, (tx) =>
      this.once.once(tx, { key, staffId: by.id, request }, id, async () => {
        await tx.insert(MediationBody, { id, name, kind, areaCode, employerId });
      }),
    );
  }

  async registerMediator(bodyId: string, request: RegisterMediatorRequest, key: string | null, by: Actor): Promise<void> {
    await this.db.within(by, async (tx) => {
      const { areaCode } = await this.getBody(tx, bodyId);
      if (!by.may('staff.manage', areaCode)) throw new AreaNotYours('id', areaCode);
      const id = v7();
      await this.once.once(tx, { key, staffId: by.id, request: { bodyId, ...request } }, id, async () => {
        const { raw } = await tx
          .createQueryBuilder()
          .insert()
          .into(Mediator)
          .values({ id, bodyId, ...request, employerId: request.employerId ?? null })
          .orIgnore()
          .returning('id')
          .execute();
        if (raw.length === 0) throw new MediatorRegisteredAlready(request.staffId);
      });
    });
  }

  private async getBody(tx: EntityManager, bodyId: string): Promise<MediationBody> {
    const body = await tx.findOneBy(MediationBody, { id: bodyId, active: true });
    if (body === null) throw new BodyUnknown(bodyId);
    return body;
  }
}

async function viewsOf(tx: EntityManager, bodies: readonly MediationBody[]): Promise<BodyView[]> {
  const mediators = await tx.find(Mediator, {
    where: { bodyId: In(bodies.map(({ id }) => id)), active: true },
    order: { name: 'ASC', id: 'ASC' },
  });
  return bodies.map(({ id, name, kind, areaCode, employerId }) => ({
    ...{ id, name, kind, areaCode, employerId },
    mediators: mediators
      .filter(({ bodyId }) => bodyId === id)
      .map((mediator) => ({
        id: mediator.id,
        staffId: mediator.staffId,
        name: mediator.name,
        specialties: mediator.specialties,
      })),
  }));
}
