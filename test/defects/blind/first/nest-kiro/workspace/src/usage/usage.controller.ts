import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { UsageService } from './usage.service';

@Controller('tenants/:tenantId/usage')
export class UsageController {
  constructor(private readonly usage: UsageService) {}
  @Post()
  record(@Param('tenantId') tenantId: string, @Body() body: { metric: string; amount: number }) {
    return this.usage.record(tenantId, body.metric, body.amount);
  }
  @Get()
  list(@Param('tenantId') tenantId: string) { return this.usage.sum(tenantId); }
}
