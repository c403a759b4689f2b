import { Injectable } from '@nestjs/common';

@Injectable()
export class UsageService {
  async record(tenantId: string, metric: string, amount: number): Promise<void> {}
  async sum(tenantId: string): Promise<Record<string, number>> { return {}; }
}
