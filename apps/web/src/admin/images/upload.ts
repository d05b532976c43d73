import type { Image, ProblemBody } from '@gonggo/contract';
import { ApiProblem, ApiUnreachable } from '@gonggo/contract/client';
import { newId } from '../session/new-id.ts';

/** An upload of which nothing is heard for so long is stopped: ms. */
const longestSilence = 60_000;

export class UploadStalled extends Error {
  constructor() {
    super('The upload made no progress.');
    this.name = 'UploadStalled';
  }
}

/** Uploads one file; `onProgress` hears shares from 0 to 1. By XMLHttpRequest: fetch tells nothing on the way up. */
export function uploadImage(
  file: File,
  onProgress: (share: number) => void = () => undefined,
): Promise<Image> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/images');
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('idempotency-key', newId());
    request.responseType = 'json';
    let clock: ReturnType<typeof setTimeout> | undefined;
    const hear = () => {
      clearTimeout(clock);
      clock = setTimeout(() => {
        reject(new UploadStalled());
        request.abort();
      }, longestSilence);
    };
    request.upload.onprogress = (event) => {
      hear();
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onloadend = () => clearTimeout(clock);
    request.onerror = () => reject(new ApiUnreachable(null));
    request.onload = () => {
      const { status, response } = request;
      if (status >= 200 && status < 300) resolve(response as Image);
      else reject(new ApiProblem((response as ProblemBody | null) ?? unexplained(status)));
    };
    const form = new FormData();
    form.set('file', file, file.name);
    hear();
    request.send(form);
  });
}

/** A proxy in between may refuse without a problem body. */
const unexplained = (status: number): ProblemBody => ({
  type: 'about:blank',
  title: '',
  status,
  code: status === 413 ? 'too-large' : status === 415 ? 'unsupported-media-type' : 'internal',
  detail: '',
  requestId: '',
});
