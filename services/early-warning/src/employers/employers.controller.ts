import { EmployerOption, EmployerQuery } from '@accord/contracts';
import { Actor, Allow, Answers, CurrentUser } from '@accord/http';
import { Controller, Get, Query } from '@nestjs/common';
import { EmployersService } from './employers.service';

@Controller('employers')
export class EmployersController {
  constructor(private readonly employers: EmployersService) {}

  @Get()
  @Allow('employer.read')
  @Answers(EmployerOption.array(), { description: 'At most 20, for choosing while typing; empty below two characters.' })
  find(@Query({ schema: EmployerQuery }) { q }: EmployerQuery, @CurrentUser() actor: Actor): Promise<EmployerOption[]> {
    return this.employers.find(q, actor);
  }
}
