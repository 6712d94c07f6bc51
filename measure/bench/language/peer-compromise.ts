import { takeTurn } from './turn.ts';

await takeTurn(async () => {
  const { default: nlp } = await import('compromise');
  return (text) => {
    const document = nlp(text);
    return [document.people().json(), document.places().json(), document.organizations().json()] as unknown;
  };
});
