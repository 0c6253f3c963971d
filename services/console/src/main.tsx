import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { known } from './shell/known';
import { startLanguages } from './i18n/language';
import { Console } from './shell/console';
import { startAppearance } from './shell/appearance';
import './shell/look.css';

startLanguages();
startAppearance();
createRoot(known(document.getElementById('root'), 'index.html has the root element')).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
