import type { BuiltRepository } from './built-repository';

/** TypeScript with NestJS and Prisma, in a workspace of packages. */
export const nestRepository: BuiltRepository = {
  name: 'TypeScript, NestJS, Prisma',
  spec: `---
title: Shift swaps
status: Released
---

## 1. Model

\`\`\`prisma
model ShiftSwap {
  id          String     @id @default(uuid())
  shiftId     String     @map("shift_id")
  requestedBy Int        @map("requested_by")
  acceptedBy  Int?       @map("accepted_by")
  note        String     @db.VarChar(280)
  createdAt   DateTime   @default(now()) @map("created_at")

  @@unique([shiftId, requestedBy])
  @@index([acceptedBy])
  @@map("shift_swaps")
}
\`\`\`

## 2. HTTP

\`\`\`yaml
openapi: 3.1.0
servers:
  - url: https://rota.example.org/api
paths:
  /v1/swaps:
    post:
      summary: Ask for a swap
    get:
      summary: Open swaps
  /v1/swaps/{id}/accept:
    post:
      summary: Take it
\`\`\`

## 3. Classes

\`\`\`typescript
export class SwapsService {
  constructor(private readonly prisma: PrismaService) {}

  async request(dto: RequestSwapDto, userId: number): Promise<ShiftSwap>;
  async accept(id: string, userId: number): Promise<ShiftSwap>;
}

export class RequestSwapDto {
  shiftId: string;
  note?: string;
}
\`\`\`

## 4. Operations

Environment variables:

- \`SWAP_EXPIRY_MINUTES\`, default 120
- \`SWAP_MAIL_FROM\`

Events: 

| Event | When |
|---|---|
| \`swap.accepted\` | somebody took it |

## 5. Files

| Path | Action |
|---|---|
| \`apps/api/src/swaps/swaps.controller.ts\` | new |
| \`apps/api/src/swaps/swaps.service.ts\` | new |
| \`apps/api/src/swaps/dto/request-swap.dto.ts\` | new |

## 6. Tests

- \`pnpm test -- apps/api/src/swaps/swaps.service.spec.ts -t "expires after two hours"\`
`,
  files: {
    'package.json': '{"name":"rota","scripts":{"test":"jest"},"dependencies":{"@nestjs/core":"11.0.0"}}',
    'apps/api/prisma/schema.prisma': `datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}

model Shift {
  id    String      @id @default(uuid())
  swaps ShiftSwap[]
}

model ShiftSwap {
  id          String   @id @default(uuid())
  shift       Shift    @relation(fields: [shiftId], references: [id])
  shiftId     String   @map("shift_id")
  requestedBy Int      @map("requested_by")
  acceptedBy  Int?     @map("accepted_by")
  note        String   @default("") @db.VarChar(280)
  createdAt   DateTime @default(now()) @map("created_at")

  @@unique([shiftId, requestedBy])
  @@index([acceptedBy])
  @@map("shift_swaps")
}
`,
    'apps/api/src/main.ts': `import { NestFactory } from '@nestjs/core';

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix('api');
  app.enableVersioning({ type: VersioningType.URI });
  await app.listen(process.env.PORT ?? 3000);
}
void bootstrap();
`,
    'apps/api/src/swaps/swaps.controller.ts': `import { Body, Controller, Get, Param, Post } from '@nestjs/common';

@ApiTags('swaps')
@Controller({ path: 'swaps', version: '1' })
export class SwapsController {
  constructor(private readonly swaps: SwapsService) {}

  @Post()
  request(@Body() dto: RequestSwapDto, @CurrentUser() user: User) {
    return this.swaps.request(dto, user.id);
  }

  @Get()
  open() {
    return this.swaps.open();
  }

  @Post(':id/accept')
  @HttpCode(200)
  accept(@Param('id', ParseUUIDPipe) id: string, @CurrentUser() user: User) {
    return this.swaps.accept(id, user.id);
  }
}
`,
    'apps/api/src/swaps/swaps.service.ts': `@Injectable()
export class SwapsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly events: EventEmitter2,
    private readonly config: ConfigService,
  ) {}

  async request(dto: RequestSwapDto, userId: number): Promise<ShiftSwap> {
    const minutes = this.config.get<number>('SWAP_EXPIRY_MINUTES', 120);
    return this.prisma.shiftSwap.create({ data: { ...dto, minutes } });
  }

  public async accept(id: string, userId: number): Promise<ShiftSwap> {
    this.events.emit('swap.accepted', { id });
    return this.mail.send(process.env['SWAP_MAIL_FROM']);
  }
}
`,
    'apps/api/src/swaps/dto/request-swap.dto.ts': `import { IsOptional, IsUUID, MaxLength } from 'class-validator';

export class RequestSwapDto {
  @IsUUID()
  readonly shiftId!: string;

  @IsOptional()
  @MaxLength(280)
  readonly note?: string;
}
`,
    'apps/api/src/swaps/swaps.service.spec.ts': `describe('SwapsService', () => {
  it('expires after two hours', () => {});
});
`,
  },
  deviations: [
    {
      what: 'file in another folder',
      file: 'apps/api/src/swaps/dto/request-swap.dto.ts',
      from: null,
      to: 'apps/api/src/swaps/request-swap.dto.ts',
      check: 'conformance-file',
      says: 'apps/api/src/swaps/request-swap.dto.ts',
    },
    {
      what: 'nullability of a column',
      file: 'apps/api/prisma/schema.prisma',
      from: 'acceptedBy  Int? ',
      to: 'acceptedBy  Int  ',
      check: 'conformance-table',
      says: 'shift_swaps.accepted_by may be null',
    },
    {
      what: 'length of a column',
      file: 'apps/api/prisma/schema.prisma',
      from: '@db.VarChar(280)',
      to: '@db.VarChar(140)',
      check: 'conformance-table',
      says: 'shift_swaps.note is',
    },
    {
      what: 'type of a column',
      file: 'apps/api/prisma/schema.prisma',
      from: 'requestedBy Int ',
      to: 'requestedBy BigInt ',
      check: 'conformance-table',
      says: 'shift_swaps.requested_by is',
    },
    {
      what: 'index on another column',
      file: 'apps/api/prisma/schema.prisma',
      from: '@@index([acceptedBy])',
      to: '@@index([createdAt])',
      check: 'conformance-table',
      says: 'index on shift_swaps',
    },
    {
      what: 'version of a controller',
      file: 'apps/api/src/swaps/swaps.controller.ts',
      from: "version: '1'",
      to: "version: '2'",
      check: 'conformance-endpoint',
      says: '/api/v2/swaps',
    },
    {
      what: 'method of an endpoint',
      file: 'apps/api/src/swaps/swaps.controller.ts',
      from: "@Post(':id/accept')",
      to: "@Patch(':id/accept')",
      check: 'conformance-endpoint',
      says: 'POST /api/v1/swaps/{id}/accept',
    },
    {
      what: 'parameters of a method',
      file: 'apps/api/src/swaps/swaps.service.ts',
      from: 'accept(id: string, userId: number)',
      to: 'accept(id: string, user: User)',
      check: 'conformance-symbol',
      says: 'SwapsService.accept takes other parameters',
    },
    {
      what: 'name of an event',
      file: 'apps/api/src/swaps/swaps.service.ts',
      from: "'swap.accepted'",
      to: "'swap.taken'",
      check: 'conformance-event',
      says: 'swap.accepted',
    },
    {
      what: 'name of a setting',
      file: 'apps/api/src/swaps/swaps.service.ts',
      from: "'SWAP_EXPIRY_MINUTES'",
      to: "'SWAP_EXPIRES_IN'",
      check: 'conformance-config',
      says: 'SWAP_EXPIRY_MINUTES',
    },
  ],
};
