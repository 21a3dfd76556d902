export { TransferButton } from './transfer-button.tsx';
export { TransfersScreen } from './transfers-screen.tsx';
