import { Module } from '@nestjs/common';
import { Encoders } from './encoding/encoders.ts';
import { ImagesController } from './images.controller.ts';
import { ImagesService } from './images.service.ts';
import { MakeAvif } from './make-avif.ts';
import { MediaController } from './media.controller.ts';
import { Media } from './media.ts';
import { PublishedImages } from './published-images.ts';
import { Spool } from './spool.ts';
import { ImageStore } from './store/image-store.ts';
import { PostgresImageStore } from './store/postgres-image-store.ts';
import { TakeForms } from './take-forms.ts';
import { UploadsService } from './uploads.service.ts';

/** Pictures: uploads, the library, and their bytes. */
@Module({
  controllers: [ImagesController, MediaController],
  providers: [
    Encoders,
    ImagesService,
    MakeAvif,
    Media,
    PublishedImages,
    Spool,
    TakeForms,
    UploadsService,
    { provide: ImageStore, useClass: PostgresImageStore },
  ],
  exports: [ImagesService, Spool, UploadsService],
})
export class ImagesModule {}
