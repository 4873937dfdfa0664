import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router.tsx";
import { orpc, queryClient } from "./shell/api.ts";
import { SidesGate } from "./shell/sides.tsx";
import { LanguageProvider } from "./ui/language.tsx";
import { applyLook } from "./ui/theme.ts";
import { ToastProvider } from "./ui/toast.tsx";
import "./ui/style.css";

applyLook();

// Asked beside what the two sides are called, not after it.
void queryClient.prefetchQuery(orpc.identity.readMe.queryOptions());

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <SidesGate>
            <RouterProvider router={router} />
          </SidesGate>
        </ToastProvider>
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);

// A hundred font slices to name: after the page stands, and only asked for by pages that show Chinese.
void import("./ui/chinese.css");
