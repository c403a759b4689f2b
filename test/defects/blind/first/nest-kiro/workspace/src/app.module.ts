import { Module } from '@nestjs/common';
import { UsageModule } from './usage/usage.module';

@Module({ imports: [UsageModule] })
export class AppModule {}
