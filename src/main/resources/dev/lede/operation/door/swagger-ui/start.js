// The contract as this very Lede serves it. Its addresses begin where this page stands, whatever a proxy puts before them.
const place = document.getElementById('contract');
try {
  const answer = await fetch('../openapi.json');
  if (!answer.ok) throw new Error(`The contract could not be read: ${answer.status} ${answer.statusText}`);
  const contract = await answer.json();
  contract.servers = [{ url: new URL('../..', document.baseURI).href.replace(/\/$/, '') }];
  SwaggerUIBundle({ domNode: place, spec: contract, deepLinking: true, displayRequestDuration: true, validatorUrl: null });
} catch (failure) {
  place.textContent = failure.message;
}
