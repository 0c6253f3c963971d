import { PostView } from '@accord/contracts';
import { Actor, Allow, Answers, CurrentUser } from '@accord/http';
import { Database } from '@accord/postgres';
import { Controller, Get } from '@nestjs/common';
import { WarningPost } from './warning-post.entity';

@Controller('posts')
export class WarningPostsController {
  constructor(private readonly database: Database) {}

  @Get()
  @Allow('alert.read')
  @Answers(PostView.array(), { description: 'The warning posts in the areas of the signed-in person.' })
  list(@CurrentUser() actor: Actor): Promise<PostView[]> {
    return this.database.within(actor, (tx) => tx.find(WarningPost, { order: { areaCode: 'ASC', name: 'ASC' } }));
  }
}
