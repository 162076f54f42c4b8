// The only part of the marks that every article carries: it starts the rest where a search led here.
try {
  // What rememberSearch keeps; an import would make a file of its own of what both need.
  if (sessionStorage['search-before']) {
    document.body.append(
      document.querySelector<HTMLTemplateElement>('.found-words-script')!.content,
    );
  }
} catch {
  // Storage is switched off.
}
