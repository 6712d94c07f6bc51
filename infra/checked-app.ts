import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { NewsIngest } from './news-ingest.ts';
import { readSettings } from './settings.ts';

/** The app of the settings in its context, which cdk-nag looks at while it is synthesised. */
export function checkedApp(props?: AppProps): App {
  const app = new App(props);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  new NewsIngest(app, readSettings(app.node));
  return app;
}
