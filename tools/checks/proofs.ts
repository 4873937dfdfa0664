import { spawnSync } from "node:child_process";
import type { Finding, Tree } from "./tree.ts";

/** What a proof's document states at its top: the commit it ran on, and the paths whose change makes it old. */
type Proof = { path: string; commit: string; proves: string[] };

/** Reads the lines `commit: …` and `proves: … …` of every document in docs/proofs/. */
function proofsOf(tree: Tree): (Proof | Finding)[] {
  const proofs: (Proof | Finding)[] = [];
  for (const [path, text] of tree.files) {
    if (!/^docs\/proofs\/.+\.md$/.test(path) || path.endsWith("README.md")) continue;
    const commit = /^commit: ([0-9a-f]{7,40})$/m.exec(text)?.[1];
    const proves = /^proves: (.+)$/m.exec(text)?.[1]?.split(/\s+/);
    if (commit && proves) proofs.push({ path, commit, proves });
    else proofs.push({ path, text: "states no `commit: …` or no `proves: PATH …`" });
  }
  return proofs;
}

/** The proofs that are older than the last change of what they prove. `git` missing or a shallow history count as old. */
export function staleProofs(tree: Tree, root: string): Finding[] {
  const findings: Finding[] = [];
  for (const proof of proofsOf(tree)) {
    if (!("commit" in proof)) {
      findings.push(proof);
      continue;
    }
    const range = `${proof.commit}..HEAD`;
    const git = spawnSync("git", ["log", "--format=%h %s", range, "--", ...proof.proves], {
      cwd: root,
      encoding: "utf8",
    });
    const commits = git.stdout?.trim() ?? "";
    if (git.status !== 0)
      findings.push({ path: proof.path, text: `its commit ${proof.commit} is not in this history` });
    else if (commits !== "")
      findings.push({ path: proof.path, text: `older than ${commits.split("\n")[0]}` });
  }
  return findings;
}
