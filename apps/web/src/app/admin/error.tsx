'use client';

export { Crashed as default } from '../../admin/shell/crashed.tsx';
