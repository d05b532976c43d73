export type { ImagePicker, PickedImage } from './image-picker.ts';
