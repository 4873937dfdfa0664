// Vite turns style sheets into files; for the compiler they hold nothing.
declare module "*.css";
