import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { WriteOnlyKeysInterceptor } from '../platform/http/write-only-keys.ts';
import { AccountsController } from './accounts.controller.ts';
import { AuditEventsController } from './audit-events.controller.ts';
import { AuthorsController } from './authors.controller.ts';
import { AuthorsService } from './authors.service.ts';
import { AccountsService } from './accounts.service.ts';
import { ApiKeysController } from '../auth/api-keys.controller.ts';
import { ApiKeysService } from '../auth/api-keys.service.ts';
import { SessionCookie } from '../auth/cookie.ts';
import { Identify } from '../auth/identify.ts';
import { Installation } from '../auth/installation.ts';
import { InvitationsController } from './invitations.controller.ts';
import { Invitations } from './invitations.ts';
import { KnownDevices } from '../auth/known-devices.ts';
import { KnownPlaces } from '../auth/known-places.ts';
import { MeController } from './me.controller.ts';
import { MeService } from './me.service.ts';
import { RateLimits } from '../auth/rate-limits.ts';
import { SecondFactor } from '../auth/second-factor.ts';
import { SessionsController } from './sessions.controller.ts';
import { Sessions } from '../auth/sessions.ts';
import { SignInDelays } from '../auth/sign-in-delays.ts';
import { SignInService } from '../auth/sign-in.service.ts';

/** Who may: sessions, accounts, invitations, API keys, and the guard's knowledge of who asks. */
@Module({
  controllers: [
    AccountsController,
    ApiKeysController,
    AuditEventsController,
    AuthorsController,
    InvitationsController,
    MeController,
    SessionsController,
  ],
  providers: [
    AccountsService,
    ApiKeysService,
    AuthorsService,
    Identify,
    Installation,
    Invitations,
    KnownDevices,
    KnownPlaces,
    MeService,
    RateLimits,
    SecondFactor,
    SessionCookie,
    Sessions,
    SignInDelays,
    SignInService,
    { provide: APP_INTERCEPTOR, useClass: WriteOnlyKeysInterceptor },
  ],
  exports: [Identify],
})
export class AccountsModule {}
