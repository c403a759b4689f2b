import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route, Routes, useParams } from 'react-router';
import { MembersPage } from './pages/MembersPage';
import './index.css';

function Members() {
  const { workspaceId = '' } = useParams();
  return <MembersPage key={workspaceId} workspaceId={workspaceId} />;
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <BrowserRouter>
      <Routes>
        <Route path="/w/:workspaceId/members" element={<Members />} />
      </Routes>
    </BrowserRouter>
  </StrictMode>,
);
